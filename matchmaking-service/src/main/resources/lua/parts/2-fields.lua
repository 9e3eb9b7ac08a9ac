-- Codes of fields, and the keys under which things are filed by them. A code covers every code that starts with it.

-- The index keys of codes and languages: a ticket is filed under every prefix of its code, an expert under the code itself.
local function each_index(kind, codes, languages, visit)
  for _, code in ipairs(codes) do
    for _, language in ipairs(languages) do visit('{mm}:' .. kind .. ':' .. code .. ':' .. language) end
  end
end

local function prefixes(code)
  local list = {}
  for length = 2, #code do list[#list + 1] = string.sub(code, 1, length) end
  return list
end

local function codes_of(availability)
  local codes = {}
  for _, field in ipairs(cjson.decode(availability.fields)) do codes[#codes + 1] = field.code end
  return codes
end

-- The codes among these that no other one of them covers.
local function widest(codes)
  local all, list = {}, {}
  for _, code in ipairs(codes) do all[code] = true end
  for _, code in ipairs(codes) do
    local covered = false
    for length = 2, #code - 1 do covered = covered or all[string.sub(code, 1, length)] end
    if not covered then list[#list + 1] = code end
  end
  return list
end
