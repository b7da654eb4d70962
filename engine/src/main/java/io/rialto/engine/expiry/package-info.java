/** How futures end: their expiry, and the final settlement of their positions. */
package io.rialto.engine.expiry;
