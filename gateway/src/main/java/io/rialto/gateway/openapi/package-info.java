/** The doors' documents: OpenAPI 3.1 from the route table itself, and the pages that show it. */
package io.rialto.gateway.openapi;
