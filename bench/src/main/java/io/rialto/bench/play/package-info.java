/** {@code ./rialto play}: recorded order flow through the venue, every fill and every book compared. */
package io.rialto.bench.play;
