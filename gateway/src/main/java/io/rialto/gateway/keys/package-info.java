/** API keys in the hands of those whose they are: made, changed, rotated, verified, revoked; counted and logged. */
package io.rialto.gateway.keys;
