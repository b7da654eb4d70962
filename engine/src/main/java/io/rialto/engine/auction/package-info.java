/** Auctions: orders are collected in a call, and then trade at the one price that serves most of them. */
package io.rialto.engine.auction;
