"use strict";
// Nothing of a log-in is kept beyond the page, and nobody else is asked to judge the document.
SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#document",
  deepLinking: true,
  persistAuthorization: false,
  validatorUrl: null,
  docExpansion: "none",
  tagsSorter: "alpha",
});
