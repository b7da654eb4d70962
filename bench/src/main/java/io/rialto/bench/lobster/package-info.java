/** Raw LOBSTER pairs: read as they are, and turned into instructions for a venue by general rules. */
package io.rialto.bench.lobster;
