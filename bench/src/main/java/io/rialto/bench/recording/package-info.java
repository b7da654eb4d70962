/** A recording of order flow as the player sees it: instructions, the fills and the books that must come out. */
package io.rialto.bench.recording;
