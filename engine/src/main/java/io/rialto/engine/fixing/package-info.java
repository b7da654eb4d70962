/** How an auction finds its price: what all orders would trade at each price, and the four steps that choose one. */
package io.rialto.engine.fixing;
