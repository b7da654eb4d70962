/** A plan of orders toward the parts of an account that its owner wants, placed when that is asked for. */
package io.rialto.gateway.rebalancing;
