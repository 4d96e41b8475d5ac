def count_primes(up_to):
    """How many primes there are, by trial division."""
    count = 1 if up_to >= 2 else 0
    for candidate in range(3, up_to + 1, 2):
        divisor = 3
        while divisor * divisor <= candidate and candidate % divisor:
            divisor += 2
        count += divisor * divisor > candidate
    return count
