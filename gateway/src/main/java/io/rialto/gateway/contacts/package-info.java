/** Where people are told things: addresses that they have shown to be theirs. */
package io.rialto.gateway.contacts;
