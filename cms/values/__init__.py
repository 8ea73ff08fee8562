"""Values as Vietnamese law and offices write them: đồng, area, share, partial date, text.

The pure modules (`money`, `number`, `dates`, `text`, `mistakes`) need no Django settings; `forms`, `fields` and
`render` are the same rules as form fields, model fields and rendering by field.
"""
