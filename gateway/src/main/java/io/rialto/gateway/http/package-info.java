/**
 * The HTTP door. Javalin lives here and nowhere else: route groups see {@link io.rialto.gateway.http.Call} and answer
 * with {@link io.rialto.gateway.http.Answer}.
 */
package io.rialto.gateway.http;
