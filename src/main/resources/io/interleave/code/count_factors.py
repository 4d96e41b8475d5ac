def count_factors(number):
    """How many prime factors it has, by trial division."""
    count = 0
    divisor = 2
    while divisor * divisor <= number:
        while number % divisor == 0:
            number //= divisor
            count += 1
        divisor += 1 if divisor == 2 else 2
    return count + (number > 1)
