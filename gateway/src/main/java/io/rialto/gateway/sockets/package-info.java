/** Connections that stay: the routes' commands one after another, and what becomes of their orders when one is lost. */
package io.rialto.gateway.sockets;
