/** What stands of an account's quotes, and what protects them. */
package io.rialto.gateway.quotes;
