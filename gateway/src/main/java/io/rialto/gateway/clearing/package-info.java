/** Clearing and settlement over HTTP: obligations and cycles for members, terms, day rolls and busts for administrators. */
package io.rialto.gateway.clearing;
