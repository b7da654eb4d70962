/** What an account owns and what it traded. */
package io.rialto.gateway.portfolio;
