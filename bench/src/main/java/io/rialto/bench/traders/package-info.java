/** Who trades in the demo: what each sees of the venue, what he does there, and by which dice he decides. */
package io.rialto.bench.traders;
