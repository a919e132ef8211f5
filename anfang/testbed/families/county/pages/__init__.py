"""The pages of a site, by kind: each module gives the routes that answer for its pages."""
