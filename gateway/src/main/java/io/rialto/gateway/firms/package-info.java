/** Firms: their accounts and their credit. */
package io.rialto.gateway.firms;
