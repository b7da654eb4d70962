/** Orders that show less than all of themselves: icebergs, hidden orders, and orders that follow the book's prices. */
package io.rialto.engine.display;
