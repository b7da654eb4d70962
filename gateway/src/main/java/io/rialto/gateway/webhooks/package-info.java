/** Webhooks: messages to programs of people, signed, to public addresses alone. docs/webhooks.md is for who receives them. */
package io.rialto.gateway.webhooks;
