/** What a request did and how long each part took, told to a collector of traces where one is named. */
package io.rialto.gateway.tracing;
