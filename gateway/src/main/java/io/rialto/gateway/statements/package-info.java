/** What moved an account's money, movement by movement and summed up between two moments. */
package io.rialto.gateway.statements;
