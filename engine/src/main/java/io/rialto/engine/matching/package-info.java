/** What happens when an order meets the book: price first, then time; fills, fees, and orders of one owner. */
package io.rialto.engine.matching;
