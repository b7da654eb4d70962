/** Many clients that say nothing: what it costs a venue to hold them. */
package io.rialto.bench.idle;
