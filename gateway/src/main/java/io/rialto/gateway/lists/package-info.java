/** Several orders in one request: lists, batches, replacements, quotes; and an order that is only tried. */
package io.rialto.gateway.lists;
