/** People: who they are, what they like, and how their passwords are kept. */
package io.rialto.gateway.people;
