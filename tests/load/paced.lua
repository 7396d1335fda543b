-- Each connection rests between requests, 50 ms on average, as people do; 500 of them ask about 10,000 times a second.
function delay()
   return math.random(0, 100)
end
