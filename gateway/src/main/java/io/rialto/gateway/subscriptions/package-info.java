/** What readers want to be told of, beyond what is their own. */
package io.rialto.gateway.subscriptions;
