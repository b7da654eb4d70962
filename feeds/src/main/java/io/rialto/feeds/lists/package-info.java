/** Lists of orders that hang together, from the events that begin and end them. */
package io.rialto.feeds.lists;
