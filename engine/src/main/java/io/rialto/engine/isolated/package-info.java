/** Positions with a margin of their own: who asks for that, and what money goes there and back. */
package io.rialto.engine.isolated;
