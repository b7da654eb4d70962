/** Many connections that read one book: how long an update takes to reach them, and what it costs when some stop reading. */
package io.rialto.bench.ws;
