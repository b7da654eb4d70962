/** Other people's engines behind the book bench's one interface. */
package io.rialto.bench.rivals;
