/** Open orders and their stories: what they hold, by which names they are known, and the events that tell of them. */
package io.rialto.engine.orders;
