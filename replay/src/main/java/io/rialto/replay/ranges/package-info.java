/** Stretches of the journal, known again by their hashes. */
package io.rialto.replay.ranges;
