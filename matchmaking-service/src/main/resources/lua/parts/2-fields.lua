-- Codes of fields, and the keys under which things are filed by them. A code covers every code that starts with it. What
-- belongs to a sandbox is filed under codes that carry its name, so that no read for anybody else ever finds it.

local function filed_under(code, sandbox)
  return sandbox and code .. '@' .. sandbox or code
end

-- The code under which a ticket is filed.
local function queue_of(ticket)
  return filed_under(ticket.field, ticket.sandbox)
end

-- The index keys of codes and languages: a ticket is filed under every prefix of its code, an expert under the code itself.
local function each_index(kind, codes, languages, visit)
  for _, code in ipairs(codes) do
    for _, language in ipairs(languages) do visit('{mm}:' .. kind .. ':' .. code .. ':' .. language) end
  end
end

local function prefixes(code)
  local digits, sandbox = string.match(code, '^(%d+)(.*)$')
  local list = {}
  for length = 2, #digits do list[#list + 1] = string.sub(digits, 1, length) .. sandbox end
  return list
end

local function codes_of(availability)
  local codes = {}
  for _, field in ipairs(cjson.decode(availability.fields)) do
    codes[#codes + 1] = filed_under(field.code, availability.sandbox)
  end
  return codes
end

-- The codes among these that no other one of them covers.
local function widest(codes)
  local all, list = {}, {}
  for _, code in ipairs(codes) do all[code] = true end
  for _, code in ipairs(codes) do
    local covered = false
    for _, wider in ipairs(prefixes(code)) do covered = covered or wider ~= code and all[wider] end
    if not covered then list[#list + 1] = code end
  end
  return list
end
