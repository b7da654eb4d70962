/** A recording's way down the line: instructions become commands, frames become fills and a book. */
package io.rialto.bench.line;
