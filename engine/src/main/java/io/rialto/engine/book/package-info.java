/** The order book: orders as fixed records in primitive arrays, two ladders of price levels an instrument. */
package io.rialto.engine.book;
