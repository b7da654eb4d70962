/**
 * The list of what was done at the venue by those who run it, and of who came in and who was turned away: it is added to and never
 * changed, and a change that comes from elsewhere is found out.
 */
package io.rialto.gateway.audit;
