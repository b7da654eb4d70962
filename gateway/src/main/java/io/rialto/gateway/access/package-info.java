/** Who is at the door: API keys, signatures, nonces, and the sealed store behind them. */
package io.rialto.gateway.access;
