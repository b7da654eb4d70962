/** {@code rialto bench queries}: how long the read model's questions take when it holds many orders. */
package io.rialto.bench.queries;
