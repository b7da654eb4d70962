/** Market makers' quotes: replaced many at once, and pulled when too much of them is executed. */
package io.rialto.engine.quotes;
