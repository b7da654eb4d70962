/** Text messages to telephones, by the HTTP interface of whoever sends them for the venue. */
package io.rialto.gateway.texts;
