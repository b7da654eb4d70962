/** The second factor of people: codes of an authenticator, and codes on paper for the day when it is lost. */
package io.rialto.gateway.factors;
