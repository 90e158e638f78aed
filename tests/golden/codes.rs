// Generated from the status documents: change those instead.

// data/403.md
# [doc = "403 Forbidden: The server will not do it.\n\n- One takeaway.\n\n[Specification](https://example.com/403)"] pub const FORBIDDEN : & StatusInfo = & records :: FORBIDDEN ;

// data/418.md
# [doc = "418 I'm a teapot: Hostile text, \"# */ {} \\ and 'quotes', stays text.\n\n- One takeaway, with `code`.\n- Another one, longer\n  than a line.\n  \n  ```http\n  HTTP/1.1 418 I'm a teapot\n  ```\n- A block after the list.\n\n[RFC 2324 §2.3.2](https://example.com/418)"] pub const IM_A_TEAPOT : & StatusInfo = & records :: IM_A_TEAPOT ;
