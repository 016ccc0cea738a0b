// What no page may take for markup.
export const hostile = [
  "<script>window.hit = 1</script>",
  "</pre></details></script></style><img src=x onerror=window.hit=1>",
  "\" onclick=\"window.hit=1\" x=\"",
  "&lt;b&gt; <b>bold</b> <!-- -->",
];
