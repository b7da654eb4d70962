/** Risk over HTTP: rules and what went beyond them, and how large a position may be. */
package io.rialto.gateway.risk;
