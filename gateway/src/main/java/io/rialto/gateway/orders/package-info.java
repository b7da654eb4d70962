/** Order entry and what became of it: place, amend, cancel, fills, requests. */
package io.rialto.gateway.orders;
