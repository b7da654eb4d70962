/** Prices at which readers want to be told, watched trade by trade in the journal's order. */
package io.rialto.gateway.pricealerts;
